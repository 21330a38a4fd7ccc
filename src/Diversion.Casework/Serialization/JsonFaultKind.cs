namespace Diversion.Casework.Serialization;

public enum JsonFaultKind
{
    /// <summary>No JSON at all.</summary>
    Malformed,

    /// <summary>A property that must be there is not.</summary>
    Missing,

    /// <summary>A property that is not known.</summary>
    Unknown,

    /// <summary>A value that cannot be taken.</summary>
    Value,
}
