namespace Diversion.Casework.Operations;

/// <summary>One part of the system, and how it does.</summary>
/// <param name="Name"><c>store</c>, <c>clock</c>, <c>delivery</c>, <c>feeds</c> or <c>disk</c>.</param>
/// <param name="Says">What was found, in a sentence without personal data.</param>
/// <param name="ToDo">What to do about it; null while it works.</param>
public sealed record SystemPart(string Name, PartState State, string Says, string? ToDo = null);
