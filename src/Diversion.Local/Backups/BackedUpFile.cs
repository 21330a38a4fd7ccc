namespace Diversion.Local.Backups;

/// <param name="Path">Within the data folder, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal digits.</param>
internal sealed record BackedUpFile(string Path, long Size, string Sha256);
