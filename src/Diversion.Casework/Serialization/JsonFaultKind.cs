namespace Diversion.Casework.Serialization;

public enum JsonFaultKind
{
    /// <summary>Not JSON at all.</summary>
    Malformed,

    /// <summary>A required property is missing.</summary>
    Missing,

    /// <summary>An unknown property.</summary>
    Unknown,

    /// <summary>A value that cannot be accepted.</summary>
    Value,
}
