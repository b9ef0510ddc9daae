package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.DEFINITION;
import static ecsadvisor.jobs.fact.Items.ECS;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.jobs.source.inventory.InventoryItem.Origin;
import ecsadvisor.models.fact.security.OpenFields;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityTasksTest {
  private static ServiceSecurity security(InventoryItem... items) {
    return requireNonNull(assemble(items).security().get(KEY));
  }

  private static TaskSecurity read(String fields) {
    return security(service(""), definition(fields)).tasks().get(0);
  }

  private static VolumeSecurity volume(String fields) {
    return read("'volumes':[{'name':'v'," + fields + "}]").volumes().get(0);
  }

  @Test
  void definitionIsReadAsTheApiWritesIt() {
    TaskSecurity task =
        read(
            """
            'networkMode':'awsvpc','pidMode':'task','ipcMode':'none','cpu':'512','memory':'1024',
            'requiresCompatibilities':['FARGATE'],'taskRoleArn':'r','executionRoleArn':'e',
            'runtimePlatform':{'operatingSystemFamily':'LINUX'},'registeredBy':'me',
            'tags':[{'key':'team','value':'a'}],'containerDefinitions':[{'name':'app'}]""");
    assertEquals("awsvpc", task.networkMode());
    assertEquals("task", task.pidMode());
    assertEquals("none", task.ipcMode());
    assertEquals(512, task.cpuUnits());
    assertEquals(1024, task.memoryMiB());
    assertEquals(List.of("FARGATE"), task.compatibilities());
    assertEquals("LINUX", task.operatingSystemFamily());
    assertEquals(1, task.containers().size());
    assertTrue(task.tagsKnown());
    assertFalse(task.fromConfig());
    assertEquals(OpenFields.NONE, task.open());
  }

  @Test
  void definitionIsReadAsConfigWritesIt() {
    InventoryItem recorded = definition("");
    TaskSecurity task =
        security(
                service(""),
                new InventoryItem(
                    recorded.kind(),
                    recorded.accountId(),
                    recorded.region(),
                    recorded.collectedAt(),
                    recorded.arn(),
                    Origin.CONFIG,
                    """
                    {'TaskDefinitionArn':'%s','NetworkMode':'host','PidMode':'host','Cpu':'256',
                    'ContainerDefinitions':[{'Name':'app'}],'Volumes':[{'Name':'e',
                    'EFSVolumeConfiguration':{'FilesystemId':'fs-1','TransitEncryption':'ENABLED',
                    'AuthorizationConfig':{'IAM':'ENABLED','AccessPointId':'ap'}}},
                    {'Name':'h','Host':{'SourcePath':'/etc'}}]}"""
                        .formatted(DEFINITION)
                        .replace('\'', '"')))
            .tasks()
            .get(0);
    assertTrue(task.fromConfig());
    assertEquals("host", task.networkMode());
    assertEquals("host", task.pidMode());
    assertEquals(256, task.cpuUnits());
    assertEquals(
        List.of(
            new VolumeSecurity("e", "", "fs-1", "ENABLED", "ENABLED", "ap", "", false),
            new VolumeSecurity("h", "/etc", "", "", "", "", "", false)),
        task.volumes());
    assertEquals(OpenFields.NONE, task.open());
  }

  @Test
  void placeholdersAreCountedAndTheirFieldsNamed() {
    TaskSecurity task =
        read(
            """
            'networkMode':'${MODE}','pidMode':{'Ref':'Pid'},'memory':'${MEMORY}',
            'runtimePlatform':'${PLATFORM}','volumes':'${VOLUMES}',
            'containerDefinitions':[{'name':'app','image':'x:{{resolve:ssm:tag}}'}]""");
    assertEquals(5, task.placeholders());
    assertEquals(
        List.of("memory", "networkMode", "pidMode", "runtimePlatform", "volumes"),
        task.open().paths());
    assertEquals("${MODE}", task.networkMode());
    assertNull(task.memoryMiB());
    assertTrue(task.open().touch("runtimePlatform.operatingSystemFamily"));
  }

  @Test
  void definitionWithoutAListOfContainersHasNone() {
    for (String containers :
        List.of("'${CONTAINERS}'", "{'app':{'name':'app'}}", "[]", "null", "7", "'[]'")) {
      TaskSecurity task = read("'containerDefinitions':" + containers);
      assertEquals(List.of(), task.containers(), containers);
    }
    assertEquals(List.of(), read("").containers());
  }

  @Test
  void containerThatIsNoObjectIsMissed() {
    TaskSecurity task = read("'containerDefinitions':[{'name':'app'},'${SIDECAR}',null]");
    assertEquals(1, task.containers().size());
    assertEquals(List.of("containerDefinitions"), task.open().paths());
  }

  @Test
  void dockerVolumeThatBindsADirectoryIsThatDirectory() {
    assertEquals(
        "/etc",
        volume(
                "'dockerVolumeConfiguration':{'scope':'shared','driver':'local',"
                    + "'driverOpts':{'type':'none','o':'ro,bind','device':'/etc'}}")
            .hostPath());
    assertEquals(
        "",
        volume("'dockerVolumeConfiguration':{'driverOpts':{'type':'nfs','device':':/x'}}")
            .hostPath());
  }

  @Test
  void fileSystemWithoutIdIsStillOne() {
    assertFalse(
        volume("'efsVolumeConfiguration':{'fileSystemId':{'Ref':'Fs'}}").fileSystemId().isEmpty());
    assertFalse(volume("'efsVolumeConfiguration':{}").fileSystemId().isEmpty());
    assertEquals("", volume("'host':{}").fileSystemId());
  }

  @Test
  void oddFormsAndFutureFieldsAreTolerated() {
    StringBuilder deep = new StringBuilder();
    String closing = "]".repeat(40);
    deep.append("[".repeat(40)).append("'${X}'").append(closing);
    TaskSecurity task =
        read(
            "'future':"
                + deep
                + ",'volumes':[5,null,{'name':{},'host':7}],'requiresCompatibilities':{},"
                + "'containerDefinitions':[{'name':'app','next':{'a':[{}]}}],'cpu':[],'tags':{}");
    assertEquals(1, task.placeholders());
    assertEquals(1, task.containers().size());
    assertEquals(1, task.volumes().size());
    assertFalse(task.tagsKnown());
    assertEquals(
        List.of("cpu", "requiresCompatibilities", "volumes", "volumes.host", "volumes.name"),
        task.open().paths());
  }

  @Test
  void newestRevisionThatCanRunIsKnownBesideTheRunningOne() {
    InventoryItem second =
        item(
            "ecs-task-definition",
            ECS + "task-definition/f:2",
            "{'taskDefinitionArn':'" + ECS + "task-definition/f:2'}");
    InventoryItem third =
        item(
            "ecs-task-definition",
            ECS + "task-definition/f:3",
            "{'taskDefinitionArn':'" + ECS + "task-definition/f:3','status':'INACTIVE'}");
    assertEquals(
        "f:2",
        requireNonNull(security(service(""), definition(""), second, third).newest()).name());
    assertNull(security(service(""), definition("")).newest());
  }

  @Test
  void runningRevisionThatTheInventoryLacksIsNamed() {
    assertEquals(List.of(DEFINITION), security(service("")).missingRevisions());
  }
}
