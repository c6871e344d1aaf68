import java.io.File;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/** Java's own XML Schema validator, as tools that wrap it use it: `java Validate SCHEMA FILE`. */
class Validate {
  public static void main(String[] args) throws Exception {
    var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new File(args[0]));
    schema.newValidator().validate(new StreamSource(new File(args[1])));
  }
}
