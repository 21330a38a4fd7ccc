namespace Diversion.Casework.Streams;

/// <param name="ExpectedVersion">The version that the caller has read; null accepts any version.</param>
/// <param name="IdempotencyKey">The same key with the same command gets the same answer.</param>
public sealed record ExecuteOptions(int? ExpectedVersion = null, string? IdempotencyKey = null)
{
    public static readonly ExecuteOptions None = new();
}
