package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.MountPoint;
import ecsadvisor.models.fact.security.ContainerSecurity.PortMapping;
import ecsadvisor.models.fact.security.ContainerSecurity.Ulimit;
import ecsadvisor.models.fact.security.OpenFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityContainersTest {
  private static ContainerSecurity read(String fields) {
    String json = ("{'name':'app'" + (fields.isEmpty() ? "" : "," + fields) + "}");
    try {
      return SecurityContainers.of(StrictJson.TREES.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> open(String fields) {
    return read(fields).open().paths();
  }

  @Test
  void containerIsReadAsTheApiWritesIt() {
    ContainerSecurity container =
        read(
            """
            'image':'x','privileged':true,'user':'1000:1000','readonlyRootFilesystem':true,
            'cpu':256,'memory':512,'memoryReservation':128,
            'portMappings':[{'containerPort':80,'hostPort':8080},{'containerPort':81}],
            'mountPoints':[{'sourceVolume':'v','containerPath':'/x','readOnly':true}],
            'linuxParameters':{'capabilities':{'add':['SYS_ADMIN','NET_RAW'],'drop':['ALL']},
            'devices':[{'hostPath':'/dev/fuse','permissions':['read']}]},
            'dockerSecurityOptions':['no-new-privileges:true'],
            'ulimits':[{'name':'nofile','softLimit':1024,'hardLimit':-1}],
            'logConfiguration':{'logDriver':'awslogs','options':{'awslogs-group':'/g'}}""");
    assertTrue(container.privileged());
    assertTrue(container.readOnlyRootFilesystem());
    assertEquals("1000:1000", container.user());
    assertEquals(256, container.cpuUnits());
    assertEquals(512, container.memoryMiB());
    assertEquals(128, container.memoryReservationMiB());
    assertEquals(List.of(new PortMapping(80, 8080), new PortMapping(81, 0)), container.ports());
    assertEquals(List.of(new MountPoint("v", "/x", true)), container.mounts());
    assertEquals(List.of("NET_RAW", "SYS_ADMIN"), container.addedCapabilities());
    assertEquals(List.of("/dev/fuse"), container.devices());
    assertEquals(List.of("no-new-privileges:true"), container.securityOptions());
    assertEquals(List.of(new Ulimit("nofile", 1024, -1)), container.ulimits());
    assertEquals(new LogSecurity("awslogs", "/g", "", ""), container.log());
    assertEquals(OpenFields.NONE, container.open());
  }

  @Test
  void containerIsReadAsConfigWritesIt() {
    ContainerSecurity container =
        read(
            """
            'Privileged':true,'User':'root','ReadonlyRootFilesystem':false,
            'LinuxParameters':{'Capabilities':{'Add':['ALL']},'Devices':[{'HostPath':'/dev/x'}]},
            'DockerSecurityOptions':['seccomp:unconfined'],
            'PortMappings':[{'ContainerPort':80,'HostPort':80}],
            'MountPoints':[{'SourceVolume':'v','ContainerPath':'/x','ReadOnly':false}],
            'Ulimits':[{'Name':'nproc','SoftLimit':5,'HardLimit':9}],
            'LogConfiguration':{'LogDriver':'splunk'}""");
    assertTrue(container.privileged());
    assertFalse(container.readOnlyRootFilesystem());
    assertEquals("root", container.user());
    assertEquals(List.of("ALL"), container.addedCapabilities());
    assertEquals(List.of("/dev/x"), container.devices());
    assertEquals(List.of("seccomp:unconfined"), container.securityOptions());
    assertEquals(List.of(new PortMapping(80, 80)), container.ports());
    assertEquals(List.of(new MountPoint("v", "/x", false)), container.mounts());
    assertEquals(List.of(new Ulimit("nproc", 5, 9)), container.ulimits());
    assertEquals(new LogSecurity("splunk", "", "", ""), container.log());
    assertEquals(OpenFields.NONE, container.open());
  }

  @Test
  void containerThatSaysNothingLeavesNothingOpen() {
    ContainerSecurity container = read("'user':null,'privileged':null,'memory':0,'cpu':''");
    assertFalse(container.privileged());
    assertEquals("", container.user());
    assertNull(container.memoryMiB());
    assertNull(container.log());
    assertEquals(OpenFields.NONE, container.open());
  }

  @Test
  void booleansAreReadInEveryNotation() {
    assertTrue(read("'privileged':'true'").privileged());
    assertTrue(read("'privileged':'True'").privileged());
    assertTrue(read("'privileged':1").privileged());
    assertFalse(read("'privileged':'false'").privileged());
    assertEquals(List.of(), open("'privileged':'FALSE'"));
  }

  @Test
  void placeholderIsNotTakenForAbsent() {
    assertEquals(List.of("privileged"), open("'privileged':'${PRIV}'"));
    assertEquals(List.of("privileged"), open("'privileged':{'Ref':'P'}"));
    assertEquals(List.of("user"), open("'user':'${UID}'"));
    assertEquals(List.of("readonlyRootFilesystem"), open("'readonlyRootFilesystem':'${RO}'"));
    assertEquals(List.of("memory"), open("'memory':'${MEMORY}'"));
    assertEquals(List.of("cpu"), open("'cpu':[1]"));
    assertEquals(List.of("portMappings.hostPort"), open("'portMappings':[{'hostPort':'${P}'}]"));
    assertEquals(List.of("portMappings"), open("'portMappings':'${PORTS}'"));
    assertEquals(List.of("logConfiguration"), open("'logConfiguration':'${LOG}'"));
    assertEquals(List.of("linuxParameters"), open("'linuxParameters':['${L}']"));
    assertEquals(
        List.of("linuxParameters.capabilities.add"),
        open("'linuxParameters':{'capabilities':{'add':['${CAP}']}}"));
    assertEquals(List.of("ulimits.hardLimit"), open("'ulimits':[{'name':'a','hardLimit':'x'}]"));
  }

  @Test
  void limitBeyondEveryNumberIsNone() {
    assertEquals(
        List.of(new Ulimit("nofile", -1, -1)),
        read("'ulimits':[{'name':'nofile','softLimit':'-1','hardLimit':18446744073709551615}]")
            .ulimits());
  }

  @Test
  void hugeEnvironmentKeepsNamesAlone() {
    StringBuilder variables = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      variables.append(i == 0 ? "" : ",").append("{'name':'V").append(i).append("'}");
    }
    assertEquals(20_000, read("'environment':[" + variables + "]").environmentNames().size());
  }
}
