package ecsadvisor.jobs.generate.organisation;

/** The rhythm of a load over the week, as a level between 0 (quiet) and 1 (peak). */
public enum Shape {
  /** The same at all hours. */
  FLAT {
    @Override
    double level(int minuteOfDay, int dayOfWeek, long day) {
      return 0.8;
    }
  },
  /** Customers: low at night, high in the evening, a little higher at the weekend. */
  DAILY {
    @Override
    double level(int minuteOfDay, int dayOfWeek, long day) {
      double wave = 0.5 - 0.5 * Math.cos(2 * Math.PI * (minuteOfDay - 300) / 1440.0);
      return wave * (dayOfWeek >= 6 ? 1.0 : 0.9);
    }
  },
  /** Colleagues: from eight to eighteen in New York on working days. */
  OFFICE {
    @Override
    double level(int minuteOfDay, int dayOfWeek, long day) {
      boolean open = dayOfWeek <= 5 && minuteOfDay >= 13 * 60 && minuteOfDay < 23 * 60;
      return open ? 1 : 0;
    }
  },
  /** Short bursts on a quiet base: four half hours a day, at other times every day. */
  BURSTS {
    @Override
    double level(int minuteOfDay, int dayOfWeek, long day) {
      int halfHour = minuteOfDay / 30;
      for (int burst = 0; burst < 4; burst++) {
        if (halfHour == Math.floorMod(Seeds.hash(day, "burst", burst), 48L)) {
          return 1;
        }
      }
      return 0.05;
    }
  },
  /** A batch between one and five at night. */
  NIGHT {
    @Override
    double level(int minuteOfDay, int dayOfWeek, long day) {
      return minuteOfDay >= 60 && minuteOfDay < 300 ? 1 : 0;
    }
  };

  /**
   * The level at a time.
   *
   * @param minuteOfDay minute of the UTC day
   * @param dayOfWeek 1 for Monday to 7 for Sunday
   * @param day the day, counted from the epoch
   */
  abstract double level(int minuteOfDay, int dayOfWeek, long day);
}
