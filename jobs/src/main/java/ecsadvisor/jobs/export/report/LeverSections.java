package ecsadvisor.jobs.export.report;

import ecsadvisor.models.finding.Lever;
import java.util.EnumSet;

/**
 * The evidence of every lever but right-sizing, which has its cards.
 *
 * @param idle services without use
 * @param schedules services that can be stopped in off hours
 * @param scaling services that should follow their load
 * @param arm services that should move to ARM
 * @param spot services that should run on Spot
 * @param packing instances of the capacity providers
 * @param balancers load balancers, target groups and volumes
 * @param images image repositories
 * @param commitments what to commit to
 */
public record LeverSections(
    LeverSection idle,
    SchedulesSection schedules,
    LeverSection scaling,
    LeverSection arm,
    LeverSection spot,
    PackingSection packing,
    LeverSection balancers,
    LeverSection images,
    CommitmentsSection commitments) {

  static LeverSections of(ReportModel model, Currencies currencies) {
    return new LeverSections(
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.STOP_IDLE),
            "Idle services",
            "Services that did nothing in the whole look-back. Stopping them can be undone.",
            "No service was idle."),
        SchedulesSection.of(model, currencies),
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.AUTO_SCALE),
            "Auto scaling",
            "Services whose load varies while their number of tasks does not follow it; worked out"
                + " on the size that right-sizing leaves.",
            "No service would save by scaling otherwise."),
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.ARM),
            "ARM",
            "The same size at the price of ARM. Images have to be built for it and tested first;"
                + " the low end of the range is for services that then need more tasks.",
            "No service is advised to move to ARM."),
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.FARGATE_SPOT, Lever.INSTANCE_SPOT),
            "Spot",
            "Services that outlive the loss of tasks at two minutes' notice; as many tasks stay on"
                + " demand as the busiest hour needs.",
            "No service is advised to run on Spot."),
        PackingSection.of(model, currencies),
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.LOAD_BALANCERS),
            "Load balancers",
            "Load balancers without traffic or that can share, and what is left over beside them."
                + " A saving of 0.00 tidies up: nothing in the bill goes away.",
            "No load balancer, target group or volume can go."),
        LeverSection.of(
            model,
            currencies,
            EnumSet.of(Lever.IMAGES),
            "Image storage",
            "Repositories that keep images that no task definition needs.",
            "No repository keeps images in vain."),
        CommitmentsSection.of(model, currencies));
  }
}
