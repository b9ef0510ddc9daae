package ecsadvisor.jobs.generate.organisation;

/** Processor architecture and operating system of a task. */
public enum Processor {
  X86,
  ARM,
  WINDOWS
}
