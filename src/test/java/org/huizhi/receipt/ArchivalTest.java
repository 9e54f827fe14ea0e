package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Slips before veraPDF, the PDF Association's own judge of PDF/A. */
class ArchivalTest {
  private static final SlipMaker MAKER = new SlipMaker(SlipSamples.FONTS);

  @BeforeAll
  static void startJudge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void everyPaperIsPdfA2b(Paper paper) throws Exception {
    for (String pack : List.of("exit-entry", "home-return", "driving-licence")) {
      for (boolean specimen : new boolean[] {false, true}) {
        SlipData data = SlipSamples.data("Y2611261234567K", "欧阳·喆 & <Nguyễn>", 2, specimen);
        byte[] pdf = MAKER.pdf(data, SlipSamples.pack(pack), paper, paper.usualDpi());
        assertEquals(Set.of(), faults(pdf), pack + " on " + paper);
      }
    }
  }

  @Test
  void theJudgeCanFindSomething() throws Exception {
    byte[] pdf = SlipSamples.pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document.getDocumentCatalog().setMetadata(null);
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      document.save(out);
      assertFalse(faults(out.toByteArray()).isEmpty());
    }
  }

  private static Set<String> faults(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      ValidationResult result = validator.validate(parser);
      Set<String> faults = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          faults.add(assertion.getRuleId().getClause() + " " + assertion.getMessage());
        }
      }
      return faults;
    }
  }

  @Test
  void isTaggedInReadingOrderWithTitleAndLanguages() throws Exception {
    try (PDDocument document = Loader.loadPDF(SlipSamples.pdf())) {
      List<String> types = new ArrayList<>();
      Set<String> languages = new TreeSet<>();
      List<String> alternatives = new ArrayList<>();
      PDStructureElement whole =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
      for (Object kid : whole.getKids()) {
        PDStructureElement part = (PDStructureElement) kid;
        types.add(part.getStructureType());
        languages.add(part.getLanguage());
        if (part.getAlternateDescription() != null) {
          alternatives.add(part.getAlternateDescription());
        }
      }
      assertEquals("H1", types.getFirst());
      assertEquals(Set.of("zh-CN", "en"), languages);
      assertEquals(List.of("防伪码", "Y 261126 123 4567 E", "相片"), alternatives);
      assertTrue(types.size() > 30, types.toString());
      assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
    }
  }
}
