import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validate FLAVOUR,FLAVOUR FILE...: a line for each file and flavour, and one for each broken rule. Exit 1 where any is. */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean compliant = true;
    for (int index = 1; index < arguments.length; index++) {
      for (String name : arguments[0].split(",")) compliant &= validate(index, name, arguments[index]);
    }
    System.exit(compliant ? 0 : 1);
  }

  static boolean validate(int number, String name, String path) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    try (FileInputStream file = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(number + " " + flavour.getId() + (result.isCompliant() ? " compliant" : " broken"));
      Map<String, String> broken = new LinkedHashMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        broken.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
      broken.forEach((rule, message) -> System.out.println("  " + rule + ": " + message));
      return result.isCompliant();
    }
  }
}
