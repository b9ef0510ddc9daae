package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.IMAGE_RESCAN;
import static ecsadvisor.models.price.SecurityItem.IMAGE_SCAN;

/**
 * Scanned images: basic scanning is free, enhanced scanning is paid by the image and its rescans.
 */
record ImageScanning() implements FixPricer {
  private static final Range PUSHES = new Range(1, 8, 60);
  private static final Range RESCANS = new Range(0, 10, 60);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "image-scanning", service, prices);
    double images = Math.max(1, service.tasks().images());
    estimate.given("images", images);
    Range pushes = estimate.assumed("pushes_of_an_image", PUSHES);
    Range rescans = estimate.assumed("rescans_of_an_image", RESCANS);
    double high =
        images
            * (pushes.high() * estimate.unit(IMAGE_SCAN)
                + rescans.high() * estimate.unit(IMAGE_RESCAN));
    estimate.note("expected", "basic scanning, which is free");
    estimate.own(new Range(0, 0, high));
    return estimate.made("at most images x (pushes x scan + rescans)", Effort.SMALL);
  }
}
