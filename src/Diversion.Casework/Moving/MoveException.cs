namespace Diversion.Casework.Moving;

/// <summary>A programme cannot be exported from here or imported here. The message says why and what to do.</summary>
public sealed class MoveException(string message, Exception? inner = null) : Exception(message, inner);
