package ecsadvisor.models.security.fix;

import ecsadvisor.models.price.SecurityPrices;
import java.time.LocalDate;

/**
 * The prices of a day.
 *
 * @param book the price file
 * @param day the day
 */
public record FixPrices(SecurityPrices book, LocalDate day) {}
