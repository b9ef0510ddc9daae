package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.config;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryContainersTest {
  private static TaskDefinition read(String serviceFields, String fields) {
    return requireNonNull(
        config(service(serviceFields), definition(fields)).primaryTaskDefinition());
  }

  private static ContainerRuntime runtime(String networkMode, String fields) {
    return read(
            "",
            "'networkMode':'%s','containerDefinitions':[{'name':'a'%s}]"
                .formatted(networkMode, fields.isEmpty() ? "" : "," + fields))
        .containers()
        .get(0)
        .runtime();
  }

  private static List<Integer> ports(String networkMode, String mappings) {
    return runtime(networkMode, "'portMappings':[" + mappings + "]").hostPorts();
  }

  @Test
  void containerTellsHowItStops() {
    ContainerRuntime runtime =
        runtime(
            "awsvpc",
            "'stopTimeout':90,'healthCheck':{'command':[],'interval':10},"
                + "'resourceRequirements':[{'type':'InferenceAccelerator','value':'x'},"
                + "{'type':'GPU','value':'2'}]");
    assertEquals(new ContainerRuntime(90, true, List.of(), 2, false), runtime);
  }

  @Test
  void containerThatSaysNothingHasTheDefaults() {
    assertEquals(ContainerRuntime.DEFAULT, runtime("awsvpc", ""));
    assertEquals(ContainerRuntime.DEFAULT, runtime("", "'healthCheck':null,'portMappings':[]"));
  }

  @Test
  void hostileRuntimeIsTheDefault() {
    assertEquals(
        ContainerRuntime.DEFAULT,
        runtime(
            "bridge",
            "'stopTimeout':'soon','healthCheck':{},'portMappings':[{'hostPort':70000},"
                + "{'hostPort':-1},{'hostPort':'${PORT}'},5],"
                + "'resourceRequirements':[{'type':'GPU','value':'all'}]"));
    assertEquals(0, runtime("bridge", "'stopTimeout':0").stopTimeoutSeconds());
    assertNull(runtime("bridge", "'stopTimeout':99999999999").stopTimeoutSeconds());
  }

  @Test
  void hostNetworkTakesTheContainersPorts() {
    assertEquals(
        List.of(53, 8080),
        ports("host", "{'containerPort':8080},{'containerPort':53,'hostPort':53}"));
  }

  @Test
  void awsvpcTakesNoPortOfTheHost() {
    assertEquals(List.of(), ports("awsvpc", "{'containerPort':8080,'hostPort':8080}"));
  }

  @Test
  void bridgeTakesNamedPortsOnly() {
    String mappings =
        "{'containerPort':80,'hostPort':8443},{'containerPort':81,'hostPort':0},"
            + "{'containerPort':82},{'containerPort':83,'hostPort':'8442'}";
    assertEquals(List.of(8442, 8443), ports("bridge", mappings));
    assertEquals(List.of(8442, 8443), ports("", mappings));
    assertEquals(List.of(8443), ports("default", "{'containerPort':80,'hostPort':8443}"));
  }

  @Test
  void volumesTellWhatStandsBehindThem() {
    TaskDefinition definition =
        read(
            "",
            """
            'volumes':[{'name':'a'},{'name':'b','host':{}},{'name':'c','host':{'sourcePath':'/d'}},
            {'name':'d','dockerVolumeConfiguration':{'scope':'shared'}},
            {'name':'e','dockerVolumeConfiguration':{'scope':'task'}},
            {'name':'f','efsVolumeConfiguration':{'fileSystemId':'fs-1'}},
            {'name':'g','fsxWindowsFileServerVolumeConfiguration':{}},
            {'name':'h','configuredAtLaunch':true}]""");
    assertEquals(
        List.of(
            VolumeKind.SCRATCH,
            VolumeKind.SCRATCH,
            VolumeKind.HOST_PATH,
            VolumeKind.DOCKER,
            VolumeKind.SCRATCH,
            VolumeKind.EFS,
            VolumeKind.FSX,
            VolumeKind.EBS),
        definition.volumes().stream().map(Volume::kind).toList());
  }

  @Test
  void volumesOfConfigHaveItsCasing() {
    assertEquals(
        List.of(new Volume("f", VolumeKind.EFS, true), new Volume("g", VolumeKind.FSX, false)),
        read(
                "",
                """
                'Volumes':[{'Name':'f','EFSVolumeConfiguration':{}},
                {'Name':'g','FSxWindowsFileServerVolumeConfiguration':{}}],
                'ContainerDefinitions':[{'Name':'x','MountPoints':[{'SourceVolume':'f'}]}]""")
            .volumes());
  }

  @Test
  void volumeIsWritableWhereAnyContainerMountsItSo() {
    List<Volume> volumes =
        read(
                "",
                """
                'volumes':[{'name':'a'},{'name':'b'},{'name':'c'}],'containerDefinitions':[
                {'mountPoints':[{'sourceVolume':'a','readOnly':true},{'sourceVolume':'b'}]},
                {'mountPoints':[{'sourceVolume':'a','readOnly':false}]}]""")
            .volumes();
    assertTrue(volumes.get(0).writable());
    assertTrue(volumes.get(1).writable());
    assertFalse(volumes.get(2).writable());
  }

  @Test
  void serviceSaysWhichVolumesAreEbs() {
    String volumes = "'volumes':[{'name':'data'},{'name':'tmp'}]";
    assertEquals(
        List.of(
            new Volume("data", VolumeKind.EBS, false),
            new Volume("tmp", VolumeKind.SCRATCH, false)),
        read("'volumeConfigurations':[{'name':'data','managedEBSVolume':{'sizeInGiB':9}}]", volumes)
            .volumes());
  }

  @Test
  void definitionWithoutVolumesHasNone() {
    assertEquals(List.of(), read("", "'volumes':{}").volumes());
    assertEquals("host", read("", "'networkMode':'host'").networkMode());
    assertEquals("", read("", "").networkMode());
  }
}
