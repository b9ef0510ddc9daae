package ecsadvisor.jobs.export.patch;

/**
 * The jq program from an answer of describe-task-definition to an input of
 * register-task-definition. Its changes are a document of {@link TaskChange}.
 */
final class TaskProgram {
  static final String FILE = "task-definition.jq";

  static final String TEXT =
      """
      # Turns a described task definition into one to register, with the changes of $change[0];
      # where one says {"choice": NAME}, the value is $choices[0].NAME.
      def chosen: if type == "object" then $choices[0][.choice] else . end;
      def number: if type == "object" then $choices[0][.choice] | tonumber else . end;
      def bounded($bound): if . < 0 or . > $bound then $bound else . end;
      def entries(f): (. // []) | map(f);
      def edited($edit):
        if $edit.take.capabilities
        then .linuxParameters.capabilities.add =
          ((.linuxParameters.capabilities.add // []) - $edit.take.capabilities)
        else . end
        | if $edit.take.securityOptions
          then .dockerSecurityOptions =
            ((.dockerSecurityOptions // []) - $edit.take.securityOptions)
          else . end
        | if $edit.take.devices
          then .linuxParameters.devices |=
            entries(select(.hostPath | IN($edit.take.devices[]) | not))
          else . end
        | if $edit.take.mounts
          then .mountPoints |= entries(select(.containerPath | IN($edit.take.mounts[]) | not))
          else . end
        | if $edit.readOnlyMounts
          then .mountPoints |=
            entries(if .containerPath | IN($edit.readOnlyMounts[]) then .readOnly = true else . end)
          else . end
        | if $edit.freePorts
          then .portMappings |=
            entries(if .containerPort | IN($edit.freePorts[]) then .hostPort = 0 else . end)
          else . end
        | if $edit.ulimits
          then .ulimits |=
            entries($edit.ulimits[.name] as $limit
              | if $limit
                then ($limit.bound // ($limit | number)) as $bound
                  | .softLimit |= bounded($bound) | .hardLimit |= bounded($bound)
                else . end)
          else . end
        | if $edit.secrets
          then .environment |=
              entries(select(.name as $name | $edit.secrets | has($name) | not))
            | .secrets |=
              entries(select(.name as $name | $edit.secrets | has($name) | not))
            | .secrets +=
              ($edit.secrets | to_entries | map({name: .key, valueFrom: (.value | chosen)}))
          else . end
        | if $edit.log
          then .logConfiguration = ($edit.log | .options |= map_values(chosen))
          else . end
        | if $edit.logOptions then .logConfiguration.options += $edit.logOptions else . end;
      . as $described
      | .taskDefinition
      | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
            .registeredAt, .registeredBy, .deregisteredAt)
      | if ($described.tags // []) == [] then . else .tags = $described.tags end
      | if $change[0].cpu then .cpu = $change[0].cpu else . end
      | if $change[0].memory then .memory = $change[0].memory else . end
      | if $change[0].cpuArchitecture
        then .runtimePlatform =
          {operatingSystemFamily: "LINUX"} + (.runtimePlatform // {})
          + {cpuArchitecture: $change[0].cpuArchitecture}
        else . end
      | delpaths(($change[0].drop // []) | map([.]))
      | if $change[0].taskRoleArn
        then .taskRoleArn = ($change[0].taskRoleArn | chosen)
        else . end
      | if $change[0].tag
        then ($change[0].tag | map_values(chosen)) as $tag
          | .tags = ((.tags // []) | map(select(.key != $tag.key)) + [$tag])
        else . end
      | if $change[0].volumes
        then .volumes |=
          entries(if $change[0].volumes[.name] and .efsVolumeConfiguration
            then .efsVolumeConfiguration =
              .efsVolumeConfiguration * $change[0].volumes[.name]
            else . end)
        else . end
      | .containerDefinitions |=
        map(. + (($change[0].containers[.name] // {}) | map_values(number))
          | edited($change[0].edits[.name] // {}))
      | if $change[0].networkMode
        then .networkMode = $change[0].networkMode
          | .containerDefinitions |=
            map(del(.links)
              | if .portMappings then .portMappings |= map(del(.hostPort)) else . end)
        else . end
      """;

  private TaskProgram() {}
}
