package ecsadvisor.models.finding;

/** Where a price comes from, nearest to the user's money first. */
public enum RateSource {
  /** The service's own lines in the bill. */
  SERVICE_BILL,
  /** Lines of the same account, region, platform and purchase option. */
  ACCOUNT_BILL,
  /** The dated price file. */
  PRICE_FILE
}
