/** What is said: verdicts, advice, savings and the evidence behind them. */
@NullMarked
package ecsadvisor.models.finding;

import org.jspecify.annotations.NullMarked;
