namespace Diversion.Azurite.Emulator;

/// <summary>The emulator does not run; the message says what to do.</summary>
public sealed class EmulatorException(string message, Exception? cause = null) : Exception(message, cause);
