package ecsadvisor.models.iam;

/** Whether a statement applies to a request. */
enum Truth {
  YES,
  MAYBE,
  NO;

  static Truth of(boolean value) {
    return value ? YES : NO;
  }

  Truth and(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case MAYBE -> MAYBE;
      case NO -> YES;
    };
  }
}
