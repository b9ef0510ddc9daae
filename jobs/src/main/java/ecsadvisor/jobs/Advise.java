package ecsadvisor.jobs;

/** The command line. */
public final class Advise {
  private Advise() {}

  public static void main(String[] arguments) {
    System.exit(0);
  }
}
