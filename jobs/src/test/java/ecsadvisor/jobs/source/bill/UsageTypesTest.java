package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class UsageTypesTest {
  @Test
  void usageTypesOfEcsAreToldApart(SparkSession spark) {
    Map<String, String> expected = new TreeMap<>();
    expected.put("EUW1-Fargate-vCPU-Hours:perCPU", "FARGATE_VCPU X86");
    expected.put("Fargate-vCPU-Hours:perCPU", "FARGATE_VCPU X86");
    expected.put("USE1-Fargate-ARM-vCPU-Hours:perCPU", "FARGATE_VCPU ARM");
    expected.put("USE1-Fargate-Windows-vCPU-Hours:perCPU", "FARGATE_VCPU WINDOWS");
    expected.put("USW2-SpotUsage-Fargate-vCPU-Hours:perCPU", "FARGATE_VCPU X86");
    expected.put("EUC1-SpotUsage-Fargate-ARM-vCPU-Hours:perCPU", "FARGATE_VCPU ARM");
    expected.put("SpotUsage-Fargate-GB-Hours", "FARGATE_MEMORY X86");
    expected.put("EUW1-Fargate-GB-Hours", "FARGATE_MEMORY X86");
    expected.put("EUW1-Fargate-ARM-GB-Hours", "FARGATE_MEMORY ARM");
    expected.put("EUW1-Fargate-Windows-GB-Hours", "FARGATE_MEMORY WINDOWS");
    expected.put("USE1-Fargate-Windows-OS-Hours:perCPU", "FARGATE_OS_LICENCE WINDOWS");
    expected.put("USE1-Fargate-EphemeralStorage-GB-Hours", "FARGATE_EPHEMERAL_STORAGE X86");
    expected.put("EU-ECS-EC2-vCPU-Hours", "ECS_ON_EC2_VCPU UNKNOWN");
    expected.put("EU-ECS-EC2-GB-Hours", "ECS_ON_EC2_MEMORY UNKNOWN");
    expected.put("USE1-ECS-Managed-Instances:m7i", "ECS_MANAGED_INSTANCES_FEE UNKNOWN");
    expected.put("EUW1-DataTransfer-Regional-Bytes", "DATA_TRANSFER UNKNOWN");
    expected.put("USW1-USE1-AWS-Out-Bytes", "DATA_TRANSFER UNKNOWN");
    expected.put("EUW1-Fargate-GB-Hours-Extra", "OTHER X86");
    expected.put("EUW1-NotFargate-GB-Hours", "OTHER X86");
    expected.put("", "OTHER UNKNOWN");
    Map<String, String> seen = new TreeMap<>();
    for (Row row :
        spark
            .createDataset(new ArrayList<>(expected.keySet()), Encoders.STRING())
            .toDF("t")
            .select(col("t"), UsageTypes.kindOfEcs(col("t")), UsageTypes.platformOfEcs(col("t")))
            .collectAsList()) {
      seen.put(row.getString(0), row.getString(1) + " " + row.getString(2));
    }
    assertEquals(expected, seen);
  }

  @Test
  void usageTypesOfOtherProducts(SparkSession spark) {
    List<List<String>> cases =
        List.of(
            List.of("AmazonEC2", "EU-BoxUsage:m5.xlarge", "EC2_INSTANCE"),
            List.of("AmazonEC2", "EU-SpotUsage:c5d.2xlarge", "EC2_INSTANCE"),
            List.of("AmazonEC2", "EBS:VolumeUsage.gp3", "EBS_STORAGE"),
            List.of("AmazonEC2", "EU-NatGateway-Bytes", "NAT_GATEWAY"),
            List.of("AmazonEC2", "DataTransfer-Regional-Bytes", "DATA_TRANSFER"),
            List.of("AWSELB", "EU-LoadBalancerUsage", "LOAD_BALANCER_HOURS"),
            List.of("AWSELB", "EU-LCUUsage", "LOAD_BALANCER_CAPACITY"),
            List.of("AWSELB", "DataTransfer-Out-Bytes", "DATA_TRANSFER"),
            List.of("AmazonVPC", "EUW1-PublicIPv4:InUseAddress", "PUBLIC_IPV4"),
            List.of("AmazonVPC", "EU-VpcEndpoint-Hours", "VPC_ENDPOINT"),
            List.of("AmazonECR", "EU-TimedStorage-ByteHrs", "ECR_STORAGE"),
            List.of("AmazonS3", "EU-TimedStorage-ByteHrs", "OTHER"),
            List.of("AmazonCloudWatch", "CW:MetricMonitorUsage", "CLOUDWATCH"),
            List.of("AmazonEKS", "EUW1-Fargate-GB-Hours", "OTHER"),
            List.of("ElasticMapReduce", "FARGATE-vCPUHours", "OTHER"));
    for (List<String> one : cases) {
      assertEquals(
          one.get(2),
          spark
              .range(1)
              .select(UsageTypes.kindOfOthers(lit(one.get(0)), lit(one.get(1))))
              .first()
              .getString(0),
          one.toString());
    }
  }

  @Test
  void regionIsToldFromThePrefix(SparkSession spark) {
    for (List<String> one :
        List.of(
            List.of("EU-ECS-EC2-GB-Hours", "eu-west-1"),
            List.of("USE1-Fargate-GB-Hours", "us-east-1"),
            List.of("APS3-Fargate-GB-Hours", "ap-south-1"))) {
      assertEquals(
          one.get(1),
          spark.range(1).select(RegionPrefixes.region(lit(one.get(0)))).first().getString(0));
    }
  }
}
