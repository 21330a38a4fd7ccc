using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using NodaTime;

namespace Diversion.Local.Delivery;

/// <summary>
/// Writes each text message to <c>texts</c> in the data folder, as <see cref="DayFolder"/> says: the number, an empty line, the
/// words. Used until texts go out by GOV.UK Notify.
/// </summary>
public sealed class TextFolder(string dataFolder, IClock clock) : ITexter
{
    private readonly DayFolder folder = new(dataFolder, DayFolder.Texts, clock);

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default) =>
        folder.Write(text.Id, file => file.WriteAsync(Encoding.UTF8.GetBytes($"{text.ToNumber}\n\n{text.Body}\n"), cancellation).AsTask());
}
