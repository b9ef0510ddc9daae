package ecsadvisor.models.fact;

/** How much risk a service may take, from its environment tag. */
public enum Profile {
  DEV,
  PROD,
  CRITICAL
}
