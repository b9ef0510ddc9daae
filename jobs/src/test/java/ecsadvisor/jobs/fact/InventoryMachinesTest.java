package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.Tag;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryMachinesTest {
  private static InventoryItem volume(String id, String fields) {
    return item("ec2-volume", id, "{'VolumeId':'%s',%s}".formatted(id, fields));
  }

  private static InventoryItem type(String name, String fields) {
    return item("ec2-instance-type", name, "{'InstanceType':'%s'%s}".formatted(name, fields));
  }

  @Test
  void volumesTellWhetherAnythingHasThem() {
    assertEquals(
        List.of(
            new EbsVolume(ACCOUNT, REGION, "vol-1", 100, "gp3", true, null, List.of()),
            new EbsVolume(
                ACCOUNT,
                REGION,
                "vol-2",
                200,
                "gp2",
                false,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Tag("Name", "old")))),
        assemble(
                volume(
                    "vol-2",
                    "'Size':200,'VolumeType':'gp2','State':'available','Attachments':[],"
                        + "'CreateTime':'2026-01-01T00:00:00Z',"
                        + "'Tags':[{'Key':'Name','Value':'old'}]"),
                volume("vol-1", "'Size':100,'VolumeType':'gp3','Attachments':[{}]"))
            .volumes());
  }

  @Test
  void volumesThatAreGoneAreNotThere() {
    assertEquals(
        List.of(),
        assemble(volume("vol-1", "'State':'deleting'"), item("ec2-volume", "x", "{}")).volumes());
  }

  @Test
  void volumeOfTheCommandLineHasTheRegionOfItsZone() {
    InventoryItem bare =
        new InventoryItem(
            "ec2-volume",
            "",
            "",
            Instant.EPOCH,
            "vol-1",
            InventoryItem.Origin.API,
            "{\"VolumeId\":\"vol-1\",\"Size\":\"big\",\"AvailabilityZone\":\"us-east-1b\"}");
    assertEquals(
        List.of(new EbsVolume("", "us-east-1", "vol-1", 0, "", false, null, List.of())),
        assemble(bare).volumes());
  }

  @Test
  void instanceTypesTellTheirSize() {
    assertEquals(
        List.of(
            new InstanceTypeFacts("g4dn.12xlarge", 48, 196_608, 4, 8, List.of("x86_64"), true),
            new InstanceTypeFacts("m1.small", 1, 1740, 0, 2, List.of("i386", "x86_64"), false)),
        assemble(
                type(
                    "m1.small",
                    ",'CurrentGeneration':false,'VCpuInfo':{'DefaultVCpus':1},'MemoryInfo':"
                        + "{'SizeInMiB':1740},'NetworkInfo':{'MaximumNetworkInterfaces':2},"
                        + "'ProcessorInfo':{'SupportedArchitectures':['x86_64','i386']}"),
                type(
                    "g4dn.12xlarge",
                    ",'CurrentGeneration':true,'VCpuInfo':{'DefaultVCpus':48},'MemoryInfo':"
                        + "{'SizeInMiB':196608},'NetworkInfo':{'MaximumNetworkInterfaces':8},"
                        + "'GpuInfo':{'Gpus':[{'Count':4}]},"
                        + "'ProcessorInfo':{'SupportedArchitectures':['x86_64']}"))
            .instanceTypes());
  }

  @Test
  void hostileTypeIsEmptyAndANamelessOneIsNotThere() {
    assertEquals(
        List.of(new InstanceTypeFacts("x", 0, 0, 0, 0, List.of(), true)),
        assemble(
                type("x", ",'VCpuInfo':'many','GpuInfo':{'Gpus':[{'Count':-2},3]}"),
                item("ec2-instance-type", "y", "{}"))
            .instanceTypes());
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), assemble().volumes());
    assertEquals(List.of(), assemble().instanceTypes());
  }
}
