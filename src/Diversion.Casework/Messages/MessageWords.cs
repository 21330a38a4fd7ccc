using Diversion.Casework.Correspondence;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Messages;

/// <summary>What a message says, in one line.</summary>
public static class MessageWords
{
    private const string Prefix = "uk.diversion.";

    /// <summary>The subject of a mail. For a notice, <c>uk.diversion.agreement.signed.v1</c> is "Notice: agreement signed".</summary>
    public static string Of(OutgoingMessage message, MailRenderer renderer) => message switch
    {
        OutgoingMessage.Mail mail => renderer.Subject(mail),
        OutgoingMessage.Text text => $"Text: {text.Template.Replace('-', ' ')}",
        OutgoingMessage.Notice notice => $"Notice: {Plain(notice.Type)}",
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.GetType().Name, "No words for this."),
    };

    private static string Plain(string type)
    {
        var parts = (type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type).Split('.');
        var named = parts[^1] is ['v', .. var version] && version.All(char.IsAsciiDigit) ? parts[..^1] : parts;
        return string.Join(' ', named).Replace('-', ' ');
    }
}
