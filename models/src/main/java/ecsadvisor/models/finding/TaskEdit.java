package ecsadvisor.models.finding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A change of a task definition other than of its sizes. What only people can know (a role, a
 * secret's ARN) is left open: the patch asks for it and does nothing without.
 */
public sealed interface TaskEdit extends Serializable {

  /** Leave out a setting of the task: pidMode or ipcMode. */
  record DropTaskSetting(String setting) implements TaskEdit {}

  /** Give each task a network interface of its own. */
  record UseAwsvpc() implements TaskEdit {}

  /** Give the containers another role, which people name. */
  record ChooseTaskRole() implements TaskEdit {}

  /**
   * Encrypt the way to an EFS volume.
   *
   * @param iamAuthorization whether the task's role is asked as well
   */
  record EncryptVolume(String volume, boolean iamAuthorization) implements TaskEdit {}

  /** Tag the revision, as people say. */
  record TagRevision() implements TaskEdit {}

  /** A change of one container. */
  sealed interface OfContainer extends TaskEdit {
    /** The container's name. */
    String container();
  }

  /** Set privileged or readonlyRootFilesystem. */
  record SetFlag(String container, String setting, boolean value) implements OfContainer {}

  /** Set a text of a container, such as its user. */
  record SetText(String container, String setting, String value) implements OfContainer {}

  /**
   * Limit a container.
   *
   * @param limit memory or cpu
   * @param value MiB or CPU units, or null where people choose
   */
  record SetLimit(String container, String limit, @Nullable Integer value) implements OfContainer {}

  /** Take something from a container. */
  record Take(String container, Kind kind, String item) implements OfContainer {
    /** What is taken; the item names it. */
    public enum Kind {
      CAPABILITY,
      SECURITY_OPTION,
      DEVICE,
      MOUNT
    }
  }

  /** Make a mount read-only. */
  record MountReadOnly(String container, String path) implements OfContainer {}

  /** Let ECS choose the host's port for a port of the container. */
  record FreeHostPort(String container, int containerPort) implements OfContainer {}

  /** Bound a limit of the container's processes; a null bound is for people to choose. */
  record SetUlimit(String container, String name, @Nullable Integer bound) implements OfContainer {}

  /** Have a variable come from a secret store, under an ARN that people name. */
  record MoveToSecret(String container, String variable) implements OfContainer {}

  /** Send a container's output to a log group; an empty one is for people to name. */
  record SendLogs(String container, String group) implements OfContainer {}

  /** Keep the container running while its output cannot be sent. */
  record LogWithoutBlocking(String container) implements OfContainer {}
}
