using Diversion.Domain.Projects;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Rounds;

/// <summary>One vote of the public between projects. It is part of page addresses.</summary>
public readonly record struct RoundId(string Value) : IStreamId<RoundId>
{
    public const string Form = ProjectId.Form;

    public static RoundId Of(string value) => new(value);

    /// <returns>Null when the text is no id.</returns>
    public static RoundId? Read(string? text) => ProjectId.Read(text) is { } read ? new RoundId(read.Value) : null;
}
