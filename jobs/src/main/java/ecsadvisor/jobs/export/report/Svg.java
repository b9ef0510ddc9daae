package ecsadvisor.jobs.export.report;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes one inline SVG figure. Colours come from the page's classes, so that a figure follows the
 * light or dark scheme; numbers have at most two decimals, so that its bytes are the same
 * everywhere.
 */
final class Svg {
  private final StringBuilder markup = new StringBuilder(1024);

  /**
   * A figure that is read aloud by its title and description.
   *
   * @param id unique in the page
   */
  Svg(String cssClass, double width, double height, String id, String title, String description) {
    open(cssClass, width, height);
    markup.append(" role=\"img\"");
    attribute("aria-labelledby", id + "-title " + id + "-desc");
    markup.append('>');
    described("title", id + "-title", title);
    described("desc", id + "-desc", description);
  }

  /** A figure that only repeats a number standing beside it. */
  Svg(String cssClass, double width, double height) {
    open(cssClass, width, height);
    markup.append(" aria-hidden=\"true\" focusable=\"false\">");
  }

  Svg rect(String cssClass, double x, double y, double width, double height) {
    markup.append("<rect");
    attribute("class", cssClass);
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("width", number(width));
    attribute("height", number(height));
    markup.append("/>");
    return this;
  }

  Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    markup.append("<line");
    attribute("class", cssClass);
    attribute("x1", number(x1));
    attribute("y1", number(y1));
    attribute("x2", number(x2));
    attribute("y2", number(y2));
    markup.append("/>");
    return this;
  }

  Svg path(String cssClass, String data) {
    markup.append("<path");
    attribute("class", cssClass);
    attribute("d", data);
    markup.append("/>");
    return this;
  }

  Svg circle(String cssClass, double x, double y, double radius) {
    markup.append("<circle");
    attribute("class", cssClass);
    attribute("cx", number(x));
    attribute("cy", number(y));
    attribute("r", number(radius));
    markup.append("/>");
    return this;
  }

  Svg text(String cssClass, double x, double y, String text) {
    markup.append("<text");
    attribute("class", cssClass);
    attribute("x", number(x));
    attribute("y", number(y));
    markup.append('>').append(escaped(text)).append("</text>");
    return this;
  }

  /** The figure as markup that a template prints as it is. */
  Content content() {
    String text = markup + "</svg>";
    return output -> output.writeContent(text);
  }

  /** A coordinate: at most two decimals, no exponent. */
  static String number(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  private void open(String cssClass, double width, double height) {
    markup.append("<svg");
    attribute("class", cssClass);
    attribute("viewBox", "0 0 " + number(width) + " " + number(height));
    attribute("width", number(width));
    attribute("height", number(height));
  }

  private void described(String element, String id, String text) {
    markup.append('<').append(element);
    attribute("id", id);
    markup.append('>').append(escaped(text)).append("</").append(element).append('>');
  }

  private void attribute(String name, String value) {
    markup.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }
}
