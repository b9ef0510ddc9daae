package ecsadvisor.models.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a record of settings means. The name carries the unit; the record's {@code
 * defaults()} carries the default; the settings file's keys and its documentation come from both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** The meaning, in one sentence without a full stop. */
  String value();
}
