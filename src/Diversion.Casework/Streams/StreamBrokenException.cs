namespace Diversion.Casework.Streams;

/// <summary>Stored data is not what this program wrote, or was written by a later version. The message says what to do.</summary>
public sealed class StreamBrokenException(string message, Exception? inner = null) : Exception(message, inner);
