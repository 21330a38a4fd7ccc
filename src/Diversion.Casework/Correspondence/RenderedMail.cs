namespace Diversion.Casework.Correspondence;

/// <param name="Html">A whole HTML document; <paramref name="Text"/> says the same in plain text.</param>
public sealed record RenderedMail(string Id, string ToAddress, string ToName, string Subject, string Text, string Html, string Template);
