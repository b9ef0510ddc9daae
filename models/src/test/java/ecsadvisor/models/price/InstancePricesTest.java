package ecsadvisor.models.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancePricesTest {
  private final InstancePrices prices = InstancePrices.shipped();

  @Test
  void aTypeHasItsFiguresAndPrice() {
    assertEquals(
        new InstanceType("m5.2xlarge", 8, 32_768, 0, 3, 40, "x86_64", 0.384),
        prices.type("m5.2xlarge"));
  }

  @Test
  void anUnknownTypeHasNone() {
    assertNull(prices.type("zz9.large"));
  }

  @Test
  void aFamilyIsFoundWhole() {
    List<String> names = prices.ofFamilies(List.of("c5")).stream().map(InstanceType::name).toList();
    assertEquals(
        List.of(
            "c5.12xlarge",
            "c5.18xlarge",
            "c5.24xlarge",
            "c5.2xlarge",
            "c5.4xlarge",
            "c5.9xlarge",
            "c5.large",
            "c5.xlarge"),
        names);
  }

  @Test
  void everyTypeIsPlausible() {
    for (InstanceType type :
        prices.ofFamilies(
            List.of("m5", "m6i", "m7g", "m8g", "c5", "c6a", "r5", "r7a", "t3", "g4dn", "g5"))) {
      double perVcpu = type.usdHour() / type.vcpus();
      assertTrue(type.gpus() > 0 || (perVcpu > 0.008 && perVcpu < 0.09), type.name());
      assertTrue(type.awsvpcTasks() >= 1 && type.awsvpcTasksTrunking() >= type.awsvpcTasks());
      assertTrue(type.memoryMiB() >= 1024L * type.vcpus());
    }
  }

  @Test
  void theFileIsDated() {
    assertEquals(LocalDate.of(2026, 1, 19), prices.validFrom());
  }
}
