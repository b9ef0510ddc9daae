package ecsadvisor.models.ledger;

/**
 * Why a recommendation stands where it stands. Stable: users filter on these. Where Hystax OptScale
 * has a word for the same end of a recommendation, it is that word.
 */
public enum StatusReason {
  NONE(""),
  DECIDED("somebody decided so"),
  OVERDUE("decided, and the day it was to be done has passed"),
  DECISION_WITHDRAWN("the decision is no longer in the file"),
  SNOOZE_ENDED("the day it was put off to has come"),
  DISMISSAL_ENDED("dismissed so long ago that it is asked again"),
  SAVING_GREW("dismissed, but the saving has grown since"),
  PARTLY_APPLIED("part of it is done"),
  EVIDENCE_MISSING("what it rests on was missing, so nothing can be said of it"),
  REOPENED("advised again after it had expired"),
  CHANGE_SEEN("what runs now shows the change"),
  SAVING_VERIFIED("measured on the bill"),
  UNDONE("what runs now is what ran before the change"),
  READVISED("done, and advised again long after"),
  RESOURCE_DELETED("what it was about is gone"),
  RECOMMENDATION_IRRELEVANT("nothing is to be gained any more"),
  OPTIONS_CHANGED("the question no longer arises");

  private final String sentence;

  StatusReason(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, for people. */
  public String sentence() {
    return sentence;
  }
}
