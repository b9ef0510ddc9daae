package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.ListenerSecurity;

/** How a listener that forwards takes what clients send. */
enum ListenerEncryption {
  /** By TLS 1.2 or newer. */
  ENCRYPTED,
  /** By TLS, but also by versions before 1.2. */
  OLD,
  /** By TLS of versions that nothing tells. */
  UNKNOWN_POLICY,
  /** As plain text. */
  PLAIN,
  /** Whatever it is, without looking: TCP, UDP and what may come. */
  PASSED_THROUGH,
  /** Nothing describes the listener. */
  UNKNOWN;

  static ListenerEncryption of(ListenerSecurity listener) {
    return switch (listener.protocol()) {
      case "" -> UNKNOWN;
      case "HTTP" -> PLAIN;
      case "HTTPS", "TLS" ->
          switch (TlsPolicy.of(listener.sslPolicy())) {
            case MODERN -> ENCRYPTED;
            case OLD -> OLD;
            case UNKNOWN -> UNKNOWN_POLICY;
          };
      default -> PASSED_THROUGH;
    };
  }
}
