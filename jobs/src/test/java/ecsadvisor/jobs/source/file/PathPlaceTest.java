package ecsadvisor.jobs.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PathPlaceTest {

  @Test
  void foldersTellAccountRegionAndDate() {
    assertEquals(
        new PathPlace("111122223333", "eu-west-1", "2026-11-20"),
        PathPlace.of(
            "s3a://b/inventory/v1/account=111122223333/region=eu-west-1/date=2026-11-20/p.gz"));
  }

  @Test
  void configsOwnFoldersDoToo() {
    assertEquals(
        new PathPlace("111122223333", "us-gov-east-1", ""),
        PathPlace.of(
            "s3a://b/o-abc/AWSLogs/o-abc123/111122223333/Config/us-gov-east-1/2026/1/2/x.json.gz"));
  }

  @Test
  void otherPathsTellNothing() {
    assertEquals(new PathPlace("", "", ""), PathPlace.of("file:/data/account/x"));
  }
}
