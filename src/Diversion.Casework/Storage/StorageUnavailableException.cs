namespace Diversion.Casework.Storage;

/// <summary>
/// The store does not answer. The message says what to do about it; nothing was written, unless it says that this is not
/// known.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
