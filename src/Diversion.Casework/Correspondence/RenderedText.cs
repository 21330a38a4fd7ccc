namespace Diversion.Casework.Correspondence;

/// <param name="ToNumber">With the country's code, +447700900982.</param>
/// <param name="Body">One message long.</param>
public sealed record RenderedText(string Id, string ToNumber, string Body, string Template)
{
    /// <summary>Without number and words, since records get printed in logs.</summary>
    public override string ToString() => $"RenderedText {{ Id = {Id}, Template = {Template} }}";
}
