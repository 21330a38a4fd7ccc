using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Local.Delivery;
using NodaTime;

namespace Diversion.Local.Tests.Delivery;

public sealed class TextFolderTests : IDisposable
{
    private static readonly RenderedText Text = new("DV-7K3M9-2QX4P.12.1", "+447700900982", "Reminder: you have an appointment.", "appointment-reminder");

    private readonly string data = Directory.CreateTempSubdirectory("diversion-texts-").FullName;
    private readonly SettableClock clock = new() { Now = Instant.FromUtc(2026, 7, 1, 23, 30) };

    private TextFolder Folder => new(data, clock);

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_text_is_a_file_of_its_local_day_with_number_and_words()
    {
        await Folder.Send(Text);
        Assert.Equal("+447700900982\n\nReminder: you have an appointment.\n", await File.ReadAllTextAsync(Path.Combine(data, "texts", "2026-07-02", "DV-7K3M9-2QX4P.12.1.txt")));
    }

    [Fact]
    public async Task Sent_again_on_another_day_it_is_still_one_file()
    {
        await Folder.Send(Text);
        clock.Now += Duration.FromDays(1);
        await Folder.Send(Text);
        Assert.Single(Directory.GetFiles(data, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again()
    {
        await File.WriteAllTextAsync(Path.Combine(data, "texts"), "not a folder");
        Assert.False((await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Folder.Send(Text))).IsFinal);
    }

    private sealed class SettableClock : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}
