namespace Diversion.Functions.Azure.Settings;

/// <summary>An app setting is missing or wrong. The message names it and says what is expected, never its value.</summary>
public sealed class SettingsException(string message) : Exception(message);
