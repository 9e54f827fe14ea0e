package org.huizhi.receipt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The slip's parts in reading order, so that it can be read aloud (tagged PDF, ISO 32000 14.8). */
final class Tags {
  private final PDPageContentStream page;
  private final List<Part> parts = new ArrayList<>();
  private boolean open;

  Tags(PDPageContentStream page) {
    this.page = page;
  }

  private record Part(String type, String language, String alternative) {}

  /** What is drawn next is a heading. */
  void heading(String language) throws IOException {
    begin(new Part(StandardStructureTypes.H1, language, ""));
  }

  /** What is drawn next is a paragraph. */
  void paragraph(String language) throws IOException {
    begin(new Part(StandardStructureTypes.P, language, ""));
  }

  /** What is drawn next is a picture; the words stand for it. */
  void figure(String language, String alternative) throws IOException {
    begin(new Part(StandardStructureTypes.Figure, language, alternative));
  }

  private void begin(Part part) throws IOException {
    end();
    page.beginMarkedContent(COSName.getPDFName(part.type()), parts.size());
    parts.add(part);
    open = true;
  }

  /** What is drawn next only decorates. */
  void decoration() throws IOException {
    end();
    page.beginMarkedContent(COSName.ARTIFACT);
    open = true;
  }

  void end() throws IOException {
    if (open) {
      page.endMarkedContent();
      open = false;
    }
  }

  /** Writes the parts into the document as its structure. */
  void attach(PDDocument document, PDPage only) {
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(whole);
    COSArray byMark = new COSArray();
    for (int mark = 0; mark < parts.size(); mark++) {
      Part part = parts.get(mark);
      PDStructureElement element = new PDStructureElement(part.type(), whole);
      element.setPage(only);
      element.setLanguage(part.language());
      if (!part.alternative().isEmpty()) {
        element.setAlternateDescription(part.alternative());
      }
      element.getCOSObject().setInt(COSName.K, mark);
      whole.appendKid(element);
      byMark.add(element.getCOSObject());
    }
    COSArray numbers = new COSArray();
    numbers.add(COSInteger.ZERO);
    numbers.add(byMark);
    COSDictionary parents = new COSDictionary();
    parents.setItem(COSName.NUMS, numbers);
    root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
    root.setParentTreeNextKey(1);
    only.setStructParents(0);
    document.getDocumentCatalog().setStructureTreeRoot(root);
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
  }
}
