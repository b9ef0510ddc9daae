package ecsadvisor.models.finding;

import java.io.Serializable;

/**
 * What would settle an open question.
 *
 * @param input what is missing, such as {@code ecs-task-definition}
 * @param remedy the export or setting that would supply it
 */
public record Missing(String input, String remedy) implements Serializable {}
