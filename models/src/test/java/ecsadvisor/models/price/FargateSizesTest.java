package ecsadvisor.models.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Platform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FargateSizesTest {
  @Test
  void linuxHasAll77Sizes() {
    // The rows of the ECS Developer Guide: CPU, first and last memory, step.
    int[][] rows = {
      {256, 1024, 2048, 1024}, {512, 1024, 4096, 1024}, {1024, 2048, 8192, 1024},
      {2048, 4096, 16384, 1024}, {4096, 8192, 30720, 1024}, {8192, 16384, 61440, 4096},
      {16384, 32768, 122880, 8192}
    };
    List<TaskSize> expected = new ArrayList<>(List.of(new TaskSize(256, 512)));
    for (int[] row : rows) {
      for (int memory = row[1]; memory <= row[2]; memory += row[3]) {
        expected.add(new TaskSize(row[0], memory));
      }
    }
    expected.add(new TaskSize(32768, 61440));
    expected.add(new TaskSize(32768, 122880));
    expected.add(new TaskSize(32768, 249856));

    assertEquals(77, expected.size());
    assertEquals(expected, FargateSizes.of(Platform.X86));
    assertEquals(expected, FargateSizes.of(Platform.ARM));
  }

  @Test
  void windowsHasOneToFourVcpu() {
    List<TaskSize> sizes = FargateSizes.of(Platform.WINDOWS);

    assertEquals(7 + 13 + 23, sizes.size());
    assertTrue(sizes.stream().allMatch(size -> size.vcpu() >= 1 && size.vcpu() <= 4));
    assertEquals(new TaskSize(1024, 2048), FargateSizes.smallest(Platform.WINDOWS));
  }

  @Test
  void roundsUpInBothDimensions() {
    assertEquals(new TaskSize(512, 3072), FargateSizes.roundUp(Platform.X86, 0.3, 2100));
    assertEquals(new TaskSize(1024, 5120), FargateSizes.roundUp(Platform.X86, 0.3, 4100));
    assertEquals(new TaskSize(32768, 249856), FargateSizes.roundUp(Platform.X86, 64, 100));
  }

  @Test
  void showsASizeInVcpuAndMebibytes() {
    assertEquals("0.25 vCPU / 512 MiB", new TaskSize(256, 512).toString());
    assertEquals("16 vCPU / 32768 MiB", new TaskSize(16384, 32768).toString());
  }
}
