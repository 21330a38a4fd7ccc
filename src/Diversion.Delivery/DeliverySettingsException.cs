namespace Diversion.Delivery;

/// <summary>A setting of mail is missing or wrong. The message names it and says what is expected, never its value.</summary>
public sealed class DeliverySettingsException(string message) : Exception(message);
