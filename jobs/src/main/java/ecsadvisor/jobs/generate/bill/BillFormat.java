package ecsadvisor.jobs.generate.bill;

/** Which of AWS's deliveries the bill is written as. */
public enum BillFormat {
  CUR2,
  LEGACY,
  FOCUS;

  Layout layout() {
    return switch (this) {
      case CUR2 -> new Cur2Layout();
      case LEGACY -> new LegacyLayout();
      case FOCUS -> new FocusLayout();
    };
  }
}
