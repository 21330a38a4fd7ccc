namespace Diversion.Casework.ReadModels;

/// <summary>A row whose key says everything but the agreement that it is about.</summary>
public sealed record ReferenceRow(string Agreement);
