package ecsadvisor.models.finding;

import java.io.Serializable;

/** A change of a service that one update makes together with others. */
public sealed interface ServiceEdit extends Serializable {

  /**
   * Change where the tasks' network interfaces stand. Which subnets and groups, people say.
   *
   * @param noPublicAddress whether tasks lose their public addresses
   * @param chooseSubnets whether they move to other subnets
   * @param chooseSecurityGroups whether they get other security groups
   */
  record SetNetwork(boolean noPublicAddress, boolean chooseSubnets, boolean chooseSecurityGroups)
      implements ServiceEdit {}

  /** Ask for the latest platform version of Fargate. */
  record UseLatestPlatform() implements ServiceEdit {}

  /** Have a failing deployment stop and go back. */
  record BreakCircuit() implements ServiceEdit {}

  /** Have tasks spread evenly over zones again after one was lost. */
  record RebalanceZones() implements ServiceEdit {}

  /** Keep a share of the tasks running during a deployment. */
  record KeepHealthy(int minimumHealthyPercent) implements ServiceEdit {}
}
