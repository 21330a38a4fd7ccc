namespace Diversion.Telemetry;

/// <summary>A setting of telemetry is wrong. The message names it and says what is expected, never its value.</summary>
public sealed class TelemetrySettingsException(string message) : Exception(message);
