// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Archives;

/// <summary>Stops unpacking what grows beyond reason: a few kilobytes can hold gigabytes of nothing.</summary>
/// <param name="inner">Unpacked bytes.</param>
/// <param name="packed">Bytes they take in the archive.</param>
/// <param name="most">Bytes that are unpacked at most.</param>
/// <param name="name">Of the entry, for the message.</param>
internal sealed class LimitedStream(Stream inner, long packed, long most, string name) : Stream
{
    /// <summary>Real tables of blanks reach 80 to 1; deflate itself ends at 1032 to 1.</summary>
    private const int HighestRatio = 250;

    /// <summary>Below this size the ratio does no harm.</summary>
    private const long HarmlessBytes = 16L << 20;

    private long unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => unpacked;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        unpacked += read;
        if (unpacked > most || (unpacked > HarmlessBytes && unpacked / HighestRatio > packed))
            throw new InputRefused("archive-too-large", $"'{name}' unpacks to more than is read: {unpacked} bytes so far from {packed}.")
            {
                Value = name,
                Expected = $"at most {most} bytes, and at most {HighestRatio} times the size in the archive",
            };
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
