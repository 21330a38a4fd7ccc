using Diversion.Domain.Documents;

namespace Diversion.Casework.Documents;

/// <summary>What somebody says of a file that they add.</summary>
/// <param name="Condition">Id of the condition that it is about.</param>
/// <param name="Item">Id of the meeting or session.</param>
public sealed record NewDocument(DocumentKind Kind, string? Title = null, string? Condition = null, string? Item = null);
